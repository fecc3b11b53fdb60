-- A bundle's copies on our paper, or on the form the school has in use.
alter table record_bundle add column paper text not null default 'ours' check (paper in ('ours', 'school-form'));
