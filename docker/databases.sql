-- Run once, by the PostgreSQL image, when its data is new. The superuser owns the schema and migrates it; API and
-- worker log in as a role that owns nothing.
\getenv password DATABASE_PASSWORD
\getenv temporal_password TEMPORAL_DATABASE_PASSWORD
create role dossier_access_app nologin;
create role dossier_access login password :'password' in role dossier_access_app;
create database dossier_access;
create role temporal login password :'temporal_password';
create database temporal owner temporal;
create database temporal_visibility owner temporal;
