-- severity: warn
-- message:  Akun pada ekspor belum terdaftar, sehingga unggahannya tidak dihitung untuk unit mana pun. Tambahkan ke accounts.csv.
select account_id from warehouse.account where not is_registered
