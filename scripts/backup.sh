#!/usr/bin/env bash
# Dumps PostgreSQL and Redis, encrypts, checksums and uploads them, then removes what is older than it must be.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. ./s3.sh

usage() {
    cat <<EOF
Usage: backup.sh [postgres|redis ...]      without names: both

Environment: BACKUP_POSTGRES        postgresql://user:password@host/database
             BACKUP_REDIS           redis://:password@host:6379
             BACKUP_PUBLIC_KEY      file with the OpenPGP public key backups are encrypted for (gpg --export --armor)
             BACKUP_S3_URL, BACKUP_S3_ACCESS_KEY, BACKUP_S3_SECRET_KEY, BACKUP_S3_REGION (us-east-1)
             BACKUP_KEEP_DAYS       (30) older ones are removed; the newest three never
             BACKUP_WORK            (/tmp) folder with room for one encrypted dump
             BACKUP_MARKER          file touched when all went well: Telemetry__BackupMarker
Each backup is two objects, STORE/TIME.gpg and STORE/TIME.gpg.sha256. Restore with restore.sh.
EOF
}

stop() { echo "backup.sh: $*" >&2; exit 2; }
need() { [[ -n ${!1:-} ]] || stop "$1 is not set; backup.sh --help names all settings"; }

encrypt() { gpg --batch --quiet --no-options --trust-model always --compress-algo none --recipient-file "$BACKUP_PUBLIC_KEY" --encrypt; }

# The dump is never written unencrypted.
dump_postgres() { pg_dump --format=custom --compress=6 --no-owner --no-privileges --dbname="$BACKUP_POSTGRES"; }
dump_redis() { redis-cli -u "$BACKUP_REDIS" --no-auth-warning --rdb "$scratch/redis.rdb" >/dev/null && cat "$scratch/redis.rdb" && rm "$scratch/redis.rdb"; }

backup() {
    local store=$1 name
    name=$(date -u +%Y%m%dT%H%M%SZ).gpg
    "dump_$store" | encrypt >"$scratch/$name"
    (cd "$scratch" && sha256sum "$name" >"$name.sha256")
    s3_put "$scratch/$name" "$store/$name"
    # The checksum last: a backup without one is not whole.
    s3_put "$scratch/$name.sha256" "$store/$name.sha256"
    echo "$store/$name $(stat -c %s "$scratch/$name") bytes"
    rm "$scratch/$name"
    expire "$store"
}

expire() {
    local limit key keys
    keys=$(s3_list "$1")
    limit=$(date -u -d "-${BACKUP_KEEP_DAYS:-30} days" +%Y%m%dT%H%M%SZ)
    while read -r key; do
        [[ -n $key && $(basename "$key" .gpg) < $limit ]] || continue
        s3_delete "$key.sha256"
        s3_delete "$key"
        echo "$key removed"
    done < <(sed -n '/\.gpg$/p' <<<"$keys" | head -n -3)
}

main() {
    case ${1:-} in -h | --help) usage; exit 0 ;; esac
    local stores=("$@") store
    ((${#stores[@]})) || stores=(postgres redis)
    for store in BACKUP_PUBLIC_KEY BACKUP_S3_URL BACKUP_S3_ACCESS_KEY BACKUP_S3_SECRET_KEY; do need "$store"; done
    for store in "${stores[@]}"; do
        [[ $store == postgres || $store == redis ]] || stop "there is no store '$store'"
        need "BACKUP_${store^^}"
    done
    umask 077
    scratch=$(mktemp -d "${BACKUP_WORK:-/tmp}/backup.XXXXXX")
    trap 'rm -rf "$scratch"' EXIT
    export GNUPGHOME=$scratch/gnupg
    mkdir "$GNUPGHOME"
    for store in "${stores[@]}"; do backup "$store"; done
    if [[ -n ${BACKUP_MARKER:-} ]]; then
        umask 022
        touch "$BACKUP_MARKER"
    fi
}

main "$@"
