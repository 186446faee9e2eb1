# Sourced by backup.sh and restore.sh: an S3-compatible store with nothing but curl.
# BACKUP_S3_URL is the bucket's address with path style: https://s3.example.com/backups

s3() {
    local method=$1 path=$2
    shift 2
    # The keys go in by a file descriptor: arguments can be seen by everybody on the machine.
    curl --silent --show-error --fail --retry 3 --retry-connrefused --connect-timeout 10 \
        --config <(printf 'user = "%s:%s"\n' "$BACKUP_S3_ACCESS_KEY" "$BACKUP_S3_SECRET_KEY") \
        --aws-sigv4 "aws:amz:${BACKUP_S3_REGION:-us-east-1}:s3" --request "$method" "$@" "${BACKUP_S3_URL%/}$path"
}

# s3_put FILE KEY: the store checks the content against the signed hash.
s3_put() { s3 PUT "/$2" --upload-file "$1" --header "x-amz-content-sha256: $(sha256sum "$1" | cut -d' ' -f1)" --output /dev/null; }
readonly NOTHING=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 # SHA-256 of no bytes
s3_get() { s3 GET "/$1" --header "x-amz-content-sha256: $NOTHING" --output "$2"; }
s3_delete() { s3 DELETE "/$1" --header "x-amz-content-sha256: $NOTHING" --output /dev/null; }

# s3_list PREFIX: the keys below, in their order, which is that of their time. A page has 1000; parameters in alphabetical order, as they are signed.
s3_list() {
    local page last=''
    while :; do
        page=$(s3 GET "?list-type=2&prefix=$1%2F${last:+&start-after=${last//\//%2F}}" --header "x-amz-content-sha256: $NOTHING") || return 1
        grep -o '<Key>[^<]*</Key>' <<<"$page" | sed 's/<[^>]*>//g' || true
        grep -q '<IsTruncated>true' <<<"$page" || break
        last=$(grep -o '<Key>[^<]*</Key>' <<<"$page" | sed 's/<[^>]*>//g' | tail -n 1)
    done
}
