-- severity: warn
-- message:  Berkas memuat unggahan tanpa nama akun. Sebutkan akunnya: python -m etl assign SHA --account PLATFORM:NAMA.
select distinct r.file_sha256
from staging.post_record as r
where r.account_id is null
