#!/usr/bin/env bash
# Exchanges secrets while the shop serves: first the new value works beside the old one, then the Hosts take it, then the old one ends.
set -euo pipefail

usage() {
    cat <<EOF
Usage: rotate-secrets.sh begin|finish WHAT --file FILE | --secret NAMESPACE/NAME

WHAT: admin      Admin__ApiKey                              begin: a new one, the old as Admin__ApiKeyPrevious; finish: the old one ends
      whatsapp   Channels__WhatsApp__AppSecret              begin: give the new one (of Meta's page) as NEW_SECRET
      stripe     Payments__Stripe__WebhookSecret            begin: give the new one (of Stripe's page) as NEW_SECRET
      postgres   ConnectionStrings__Postgres                two users, NAME_a and NAME_b, take turns as members of NAME
      rabbitmq   ConnectionStrings__RabbitMq                the same with NAME_a and NAME_b
      redis      ConnectionStrings__Redis                   two passwords at a time

--file: lines NAME=value with the Host's settings. --secret: a Kubernetes secret of them, written as field manager ecommerce-bot-rotate.
Between begin and finish restart the Hosts one by one: kubectl rollout restart deployment -l app.kubernetes.io/name=ecommerce-bot
Environment: POSTGRES_ADMIN   postgresql://superuser:…@host/database, for postgres
             RABBITMQ_ADMIN   https://administrator:…@host:15671, the management address, for rabbitmq
             REDIS_ADMIN      redis://:password@host:6379, for redis; the current password at begin, the new one at finish
EOF
}

stop() { echo "rotate-secrets.sh: $*" >&2; exit 2; }
need() { [[ -n ${!1:-} ]] || stop "$1 is not set; rotate-secrets.sh --help says what it is"; }
fresh() { openssl rand -hex 24; }

value() {
    if [[ $kind == --file ]]; then sed -n "s/^$1=//p" "$place" | tail -n 1
    else kubectl --namespace "${place%/*}" get secret "${place#*/}" --output "jsonpath={.data.$1}" | base64 --decode; fi
}

# put NAME VALUE: replaces or adds it; an empty value means: none.
put() {
    if [[ $kind == --file ]]; then
        local new
        new=$(mktemp "$place.XXXXXX") # beside it, so that the exchange is one step
        { grep -v "^$1=" "$place" || true; printf '%s=%s\n' "$1" "$2"; } >"$new"
        chmod --reference="$place" "$new" && mv "$new" "$place"
    else
        # All keys, since server-side apply takes away those its manager leaves out; by standard input, not by arguments.
        kubectl --namespace "${place%/*}" get secret "${place#*/}" --output json |
            NAME=$1 VALUE=$(printf %s "$2" | base64 -w 0) jq '{apiVersion, kind, type, metadata: {name: .metadata.name}, data: (.data + {(env.NAME): env.VALUE})}' |
            kubectl --namespace "${place%/*}" apply --server-side --force-conflicts --field-manager=ecommerce-bot-rotate --filename - >/dev/null
    fi
}

begin_pair() {
    local old
    old=$(value "$1")
    [[ -n $old ]] || stop "$1 is not set in $place"
    [[ -z $(value "$1Previous") ]] || stop "$1Previous is still set: finish the exchange before"
    put "$1Previous" "$old"
    put "$1" "$2"
}

finish_pair() { put "$1Previous" ""; }
given() { need NEW_SECRET; printf %s "$NEW_SECRET"; }

begin_admin() { begin_pair Admin__ApiKey "$(fresh)"; }
finish_admin() { finish_pair Admin__ApiKey; }
begin_whatsapp() { begin_pair Channels__WhatsApp__AppSecret "$(given)"; }
finish_whatsapp() { finish_pair Channels__WhatsApp__AppSecret; }
begin_stripe() { begin_pair Payments__Stripe__WebhookSecret "$(given)"; }
finish_stripe() { finish_pair Payments__Stripe__WebhookSecret; }

# other USER: the one whose turn it is; owner USER: what both stand for.
other() { case $1 in *_a) echo "${1%_a}_b" ;; *_b) echo "${1%_b}_a" ;; *) echo "$1_a" ;; esac; }
owner() { case $1 in *_[ab]) echo "${1%_?}" ;; *) echo "$1" ;; esac; }

postgres_user() { value ConnectionStrings__Postgres | grep -oiP '(?<=Username=)[^;]+' || stop "ConnectionStrings__Postgres has no Username"; }
sql() { psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --dbname="$POSTGRES_ADMIN"; }

begin_postgres() {
    need POSTGRES_ADMIN
    local user next password old
    user=$(postgres_user) next=$(other "$user") password=$(fresh) old=$(value ConnectionStrings__Postgres)
    # What it makes belongs to the owner, so that the next one may change it.
    sql <<EOF
DO \$\$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '$next') THEN CREATE ROLE "$next"; END IF; END \$\$;
ALTER ROLE "$next" LOGIN PASSWORD '$password';
GRANT "$(owner "$user")" TO "$next";
ALTER ROLE "$next" SET ROLE = "$(owner "$user")";
EOF
    put ConnectionStrings__Postgres "$(printf %s "$old" | sed -E "s/(^|;)(Username|Password)=[^;]*//Ig; s/^;//");Username=$next;Password=$password"
}

# The first user may be the owner of everything: it stays, without a way in.
finish_postgres() {
    need POSTGRES_ADMIN
    local user last
    user=$(postgres_user) last=$(other "$user")
    for last in "$last" "$(owner "$user")"; do
        sql <<EOF
DO \$\$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = '$last' AND NOT rolsuper AND rolname <> '$user') THEN ALTER ROLE "$last" NOLOGIN; END IF; END \$\$;
EOF
    done
}

rabbitmq() { curl --silent --show-error --fail --header 'content-type: application/json' --request "$1" --config <(printf 'url = "%s%s"\n' "${RABBITMQ_ADMIN%/}" "$2") "${@:3}"; }
rabbitmq_part() { value ConnectionStrings__RabbitMq | sed -E 's|^(amqps?)://([^:]+):([^@]*)@([^/]+)/?(.*)$|\'"$1"'|'; }

begin_rabbitmq() {
    need RABBITMQ_ADMIN
    local next password host
    next=$(other "$(rabbitmq_part 2)") password=$(fresh) host=$(rabbitmq_part 5)
    rabbitmq PUT "/api/users/$next" --data @- <<<"{\"password\":\"$password\",\"tags\":\"\"}"
    rabbitmq PUT "/api/permissions/${host:-%2F}/$next" --data '{"configure":".*","write":".*","read":".*"}'
    put ConnectionStrings__RabbitMq "$(rabbitmq_part 1)://$next:$password@$(rabbitmq_part 4)/$host"
}

finish_rabbitmq() {
    need RABBITMQ_ADMIN
    local user last
    user=$(rabbitmq_part 2)
    for last in "$(other "$user")" "$(owner "$user")"; do
        if rabbitmq GET "/api/users/$last" --output /dev/null 2>/dev/null; then rabbitmq DELETE "/api/users/$last"; fi
    done
}

redis() { redis-cli -u "$REDIS_ADMIN" --no-auth-warning -e "$@" >/dev/null; }
redis_password() { value "$1" | grep -oP '(?<=password=)[^,]+' || true; }

begin_redis() {
    need REDIS_ADMIN
    local password old
    password=$(fresh) old=$(value ConnectionStrings__Redis)
    redis ACL SETUSER default on ">$password"
    put ConnectionStrings__RedisPrevious "$old"
    put ConnectionStrings__Redis "$(printf %s "$old" | sed -E 's/,?password=[^,]*//'),password=$password"
}

finish_redis() {
    need REDIS_ADMIN
    local old
    old=$(redis_password ConnectionStrings__RedisPrevious)
    [[ -n $old ]] || stop "ConnectionStrings__RedisPrevious is not set: nothing was begun"
    redis ACL SETUSER default "<$old"
    put ConnectionStrings__RedisPrevious ""
}

main() {
    case ${1:-} in '' | -h | --help) usage; exit 0 ;; esac
    (($# == 4)) || { usage >&2; exit 2; }
    kind=$3 place=$4
    [[ $1 == begin || $1 == finish ]] && declare -F "$1_$2" >/dev/null || stop "there is no '$1 $2'"
    case $kind in
        --file) [[ -w $place ]] || stop "$place cannot be written" ;;
        --secret) command -v kubectl >/dev/null && command -v jq >/dev/null || stop "--secret needs kubectl and jq" ;;
        *) stop "say --file FILE or --secret NAMESPACE/NAME" ;;
    esac
    umask 077
    "$1_$2"
    if [[ $1 == begin ]]; then echo "$2: the new secret works beside the old one. Restart the Hosts one by one, then: $0 finish $2 $kind $place"
    else echo "$2: the old secret is taken no more"; fi
}

main "$@"
