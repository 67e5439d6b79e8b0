-- severity: warn
-- message:  Unit wajib aktif belum mempunyai akun terdaftar. Lengkapi accounts.csv.
select r.agency_code
from warehouse.roster_month as r
where
    r.month = (select max(month) from warehouse.roster_month)
    and r.agency_code not in (select agency_code from warehouse.account_ownership where is_current)
