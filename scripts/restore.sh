#!/usr/bin/env bash
# Brings a backup of backup.sh back, and proves every week that it can.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. ./s3.sh

usage() {
    cat <<EOF
Usage: restore.sh list postgres|redis
       restore.sh postgres BACKUP|latest URL     into an empty database: postgresql://user:password@host/database
       restore.sh redis BACKUP|latest FILE       writes FILE (dump.rdb) for a Redis that is stopped
       restore.sh check postgres|redis           fetches the latest, restores it beside (RESTORE_POSTGRES), counts, throws it away

Environment: BACKUP_PRIVATE_KEY     file with the OpenPGP private key (gpg --export-secret-keys --armor), without a passphrase
             BACKUP_S3_URL, BACKUP_S3_ACCESS_KEY, BACKUP_S3_SECRET_KEY, BACKUP_S3_REGION, BACKUP_WORK as for backup.sh
             RESTORE_POSTGRES       for check: postgresql://user:password@host/postgres, of a user who may create databases
EOF
}

stop() { echo "restore.sh: $*" >&2; exit 2; }
need() { [[ -n ${!1:-} ]] || stop "$1 is not set; restore.sh --help names all settings"; }
whole() {
    local keys
    keys=$(s3_list "$1") || stop "$BACKUP_S3_URL does not list its objects"
    sed -n 's/\.gpg\.sha256$/.gpg/p' <<<"$keys"
}

# fetch STORE BACKUP: downloads, compares the checksum, decrypts; leaves $scratch/plain.
fetch() {
    local store=$1 name=$2 key
    if [[ $name == latest ]]; then
        key=$(whole "$store") || exit
        name=$(basename "$(tail -n 1 <<<"$key")")
    fi
    [[ -n $name ]] || stop "there is no whole backup of $store"
    key=$store/$name
    s3_get "$key" "$scratch/$name"
    s3_get "$key.sha256" "$scratch/$name.sha256"
    (cd "$scratch" && sha256sum --check --quiet --strict "$name.sha256") || stop "$key is not what was uploaded: its checksum differs"
    gpg --batch --quiet --no-options --import "$BACKUP_PRIVATE_KEY"
    gpg --batch --quiet --no-options --output "$scratch/plain" --decrypt "$scratch/$name" || stop "$key cannot be decrypted with $BACKUP_PRIVATE_KEY"
    echo "$key fetched, its checksum is right"
}

tables_of() { psql --no-psqlrc --tuples-only --no-align --dbname="$1" --command="SELECT count(*) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"; }

restore_postgres() {
    [[ $(tables_of "$1") == 0 ]] || stop "the database is not empty: restore into a new one, then change ConnectionStrings__Postgres"
    pg_restore --exit-on-error --no-owner --no-privileges --jobs="${RESTORE_JOBS:-2}" --dbname="$1" "$scratch/plain"
    local expected found
    expected=$(pg_restore --list "$scratch/plain" | grep -c '^[0-9].* TABLE [^D]' || true)
    found=$(tables_of "$1")
    [[ $expected == "$found" && $found != 0 ]] || stop "the backup lists $expected tables and the database has $found"
    echo "$found tables restored"
}

check_postgres() {
    need RESTORE_POSTGRES
    local name
    name=restore_check_$(date -u +%s)_$$
    psql --no-psqlrc --quiet --dbname="$RESTORE_POSTGRES" --command="CREATE DATABASE $name"
    local fault=0
    (restore_postgres "${RESTORE_POSTGRES%/*}/$name") || fault=$?
    psql --no-psqlrc --quiet --dbname="$RESTORE_POSTGRES" --command="DROP DATABASE $name"
    return $fault
}

# Its own checksum is inside; REDIS begins every such file.
check_redis() {
    [[ $(head -c 5 "$scratch/plain") == REDIS ]] || stop "the backup is no Redis dump"
    if command -v redis-check-rdb >/dev/null; then redis-check-rdb "$scratch/plain" | tail -n 1; fi
}

main() {
    case ${1:-} in '' | -h | --help) usage; exit 0 ;; esac
    local name
    for name in BACKUP_S3_URL BACKUP_S3_ACCESS_KEY BACKUP_S3_SECRET_KEY; do need "$name"; done
    if [[ $1 == list ]]; then whole "${2:?postgres or redis}"; exit 0; fi
    need BACKUP_PRIVATE_KEY
    umask 077
    scratch=$(mktemp -d "${BACKUP_WORK:-/tmp}/restore.XXXXXX")
    export GNUPGHOME=$scratch/gnupg
    mkdir "$GNUPGHOME"
    trap 'gpgconf --kill gpg-agent 2>/dev/null || true; rm -rf "$scratch"' EXIT
    case $1 in
        check) fetch "${2:?postgres or redis}" latest && "check_$2" ;;
        postgres) fetch postgres "${2:?backup}" && restore_postgres "${3:?address of an empty database}" ;;
        redis) fetch redis "${2:?backup}" && check_redis && install -m 640 "$scratch/plain" "${3:?file}" ;;
        *) usage; exit 2 ;;
    esac
}

main "$@"
