#!/bin/sh
# Brings Temporal's two databases to the schema of its version. Safe to run again.
set -eu
for database in temporal:temporal temporal_visibility:visibility; do
  tool() {
    temporal-sql-tool --plugin postgres12 --ep "$POSTGRES_SEEDS" -p "$DB_PORT" -u "$POSTGRES_USER" --db "${database%:*}" "$@"
  }
  tool setup-schema -v 0.0
  tool update-schema -d "/etc/temporal/schema/postgresql/v12/${database#*:}/versioned"
done
