#!/usr/bin/env bash
# Builds everything and runs every test tier: each tests/<Tier>.Tests found on disk, one after another.
# The figures are read from the reports the test programs write, never from what they print.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

readonly CONFIGURATION=Debug             # what `dotnet run` builds too, so one build serves both
readonly RESULTS=artifacts/test-results
readonly TIER_LIMIT="${TEST_TIER_LIMIT:-900}"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1
# Programs that live for seconds gain nothing from being measured and compiled once more.
export DOTNET_TieredPGO=0

passed=0 failed=0 skipped=0

usage() {
    cat <<EOF
Usage: ./test.sh [TIER ...]

Builds the solution and runs the test tiers; without names, all of them:
  $(tiers | paste -sd ' ')

Reports and the full output of each tier are kept in $RESULTS.
Environment: CI=true           restore in locked mode; a program that cannot be installed is a failure
             TEST_TIER_LIMIT   seconds after which a tier is stopped and counted as crashed (now $TIER_LIMIT)
Ends with "N passed, N failed" (and ", N skipped" when there were any); exit code 0 only when nothing failed and something ran.
EOF
}

tiers() {
    local project
    for project in tests/*.Tests/*.csproj; do
        [[ -e $project ]] && basename "$(dirname "$project")" .Tests
    done
}

project_of() { printf '%s\n' tests/"$1".Tests/*.csproj; }

stop() { echo "test.sh: $*" >&2; exit 2; }

require_sdk() {
    command -v dotnet >/dev/null || stop "dotnet is not on the PATH. Install the .NET 10 SDK, then run this again."
    local version
    version=$(dotnet --version 2>&1) || stop "the .NET SDK that global.json asks for (10.0.100 or later) is missing: $version"
    [[ $version == 10.* ]] || stop "this needs a .NET 10 SDK, and dotnet --version gives $version. Install SDK 10 beside it; global.json picks it."
}

# need WHAT PATTERN TIER ...: true when the project file of one of these tiers names PATTERN.
need() {
    local pattern=$1 tier
    shift
    for tier in "$@"; do
        if grep -q "$pattern" "$(project_of "$tier")"; then return 0; fi
    done
    return 1
}

have_browser() {
    local name
    for name in chromium chromium-browser google-chrome-stable google-chrome; do
        if command -v "$name" >/dev/null; then return 0; fi
    done
    return 1
}

have_servers() { compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null && [[ -x /usr/lib/rabbitmq/bin/rabbitmq-server ]] && command -v redis-server >/dev/null; }

# What operators use, tried by the tier of that name.
have_tools() {
    local name
    for name in prometheus promtool amtool node npm gpg curl psql redis-cli; do
        if ! command -v "$name" >/dev/null; then return 1; fi
    done
}

# install WHAT PACKAGE ...: from the Debian packages; without them the tests that need WHAT are skipped, which CI does not accept.
install() {
    local what=$1 root=()
    shift
    echo "No $what here: installing $* from the Debian packages (apt-get update, apt-get install)."
    if [[ $EUID -ne 0 ]]; then root=(sudo -n); fi
    if command -v apt-get >/dev/null && "${root[@]}" apt-get update -q &&
        DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -qy --no-install-recommends "$@"; then
        return 0
    fi
    if [[ ${CI:-} == true ]]; then stop "$* could not be installed, and in CI no tier may be skipped for a missing program."; fi
    echo "$* could not be installed: tests that need it will be skipped. Install it with: apt-get install $*" >&2
}

# Helm and an S3-compatible store come from npm, at fixed versions, where the tests run.
# Tiers that drive a page reference Playwright; tiers that start servers of their own reference tests/Servers.
require_programs() {
    if need 'Microsoft\.Playwright' "$@" && ! have_browser; then install browser chromium; fi
    if need 'EcommerceBot\.Servers' "$@" && ! have_servers; then install servers postgresql rabbitmq-server redis-server; fi
    if [[ " $* " == *" Operations "* ]] && ! have_tools; then
        install "operators' tools" prometheus prometheus-alertmanager nodejs npm gnupg curl postgresql-client redis-tools
    fi
}

# A partial run builds only what it runs.
build() {
    local targets=(EcommerceBot.slnx) restore=() target tier
    if (($#)); then
        targets=()
        for tier in "$@"; do targets+=("$(project_of "$tier")"); done
    fi
    if [[ ${CI:-} == true ]]; then restore=(--locked-mode); fi
    for target in "${targets[@]}"; do
        dotnet restore "$target" "${restore[@]}" -v q || return 1
        dotnet build "$target" --no-restore -c "$CONFIGURATION" -v q || return 1
    done
}

# count REPORT NAME: a figure of the report's <assembly> element.
count() {
    awk -v name="$2" -v RS='<' '
        /^assembly / && match($0, " " name "=\"[0-9]+\"") { split(substr($0, RSTART, RLENGTH), part, "\""); print part[2]; exit }
    ' "$1"
}

# list REPORT Fail|Skip: the names of those tests, each followed by its message or reason. Fixtures that fell count as failures.
list() {
    awk -v wanted="$2" -v RS='<' '
        function plain(s) {
            gsub(/&lt;/, "<", s); gsub(/&gt;/, ">", s); gsub(/&quot;/, "\"", s); gsub(/&amp;/, "\\&", s)
            gsub(/\\"/, "\"", s); gsub(/\\\\/, "\\", s)
            return s
        }
        function name() { match($0, / name="[^"]*"/); return plain(substr($0, RSTART + 7, RLENGTH - 8)) }
        /^test /  { on = index($0, " result=\"" wanted "\""); if (on) printf "  %s: %s\n", tolower(wanted), name() }
        /^error / { on = wanted == "Fail"; if (on) printf "  fail: outside a test, in %s\n", name() }
        on && /^(message|reason)>/ { sub(/^[a-z]*>/, ""); text = plain($0); gsub(/\n/, "\n      ", text); print "      " text }
    ' "$1"
}

run_tier() {
    local tier=$1 project name program report log code=0 ok=0 bad=0 skips=0 start=$SECONDS
    project=$(project_of "$tier")
    name=$(basename "$project" .csproj)
    program=artifacts/bin/$name/${CONFIGURATION,,}/$name.dll
    report=$RESULTS/$tier.xml
    log=$RESULTS/$tier.log
    rm -f "$report"
    # Into a file, not a pipe: a program that a killed test left behind must not keep this script waiting.
    timeout --kill-after=10 "$TIER_LIMIT" dotnet "$program" -noLogo -noColor -noAutoReporters -result-xml "$report" >"$log" 2>&1 </dev/null || code=$?

    local fault=""
    if [[ ! -s $report || -z $(count "$report" total) ]]; then
        fault="crashed (exit code $code) before it wrote its report"
        if ((code == 124 || code == 137)); then fault="was stopped after $TIER_LIMIT s"; fi
        if [[ ! -e $program ]]; then fault="was not built; is it in EcommerceBot.slnx?"; fi
    else
        ok=$(count "$report" passed) skips=$(count "$report" skipped)
        bad=$(($(count "$report" failed) + $(count "$report" errors)))
        if ((ok + bad + skips == 0)); then fault="ran no test"
        elif ((code != 0 && bad == 0)); then fault="ended with exit code $code although no test failed"; fi
    fi
    if [[ -n $fault ]]; then bad=$((bad + 1)); fi

    printf '%-16s %5d passed %4d failed %4d skipped %5d s\n' "$tier" "$ok" "$bad" "$skips" $((SECONDS - start))
    if [[ -n $fault ]]; then
        echo "  fail: $name $fault (counted as one failure)"
        grep -v '^   at ' "$log" | tail -n 30 | sed 's/^/      /' || true
    fi
    if ((bad)) && [[ -s $report ]]; then list "$report" Fail; fi
    if ((skips)); then list "$report" Skip; fi
    if ((bad)); then echo "  full output: $log"; fi
    passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + skips))
}

finish() {
    local line="$passed passed, $failed failed"
    if ((skipped)); then line+=", $skipped skipped"; fi
    echo
    echo "$line"
    ((failed == 0 && passed > 0))
}

main() {
    local tier
    for tier in "$@"; do
        case $tier in
            -h | --help) usage; exit 0 ;;
            *) [[ -e $(project_of "$tier") ]] || stop "there is no tier '$tier'. Tiers: $(tiers | paste -sd ' ')" ;;
        esac
    done
    local wanted=("$@")
    if (($# == 0)); then mapfile -t wanted < <(tiers); fi
    require_sdk
    require_programs "${wanted[@]}"
    mkdir -p "$RESULTS"

    echo "Building ($CONFIGURATION) …"
    local start=$SECONDS
    if ! build "$@"; then
        echo "The build failed, so no tier was run (counted as one failure)."
        failed=1
        finish
        exit 1
    fi
    echo "Built in $((SECONDS - start)) s."
    echo
    for tier in "${wanted[@]}"; do run_tier "$tier"; done
    finish
}

main "$@"
