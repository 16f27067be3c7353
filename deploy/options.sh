# Shared by setup and remove: options, their checks, and how nginx is told. No program of its own.

say() { printf '%s\n' "$*"; }
fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

# name, default; what was given at the last set-up comes between the default and what is given now.
declare -A OPTION=(
    [user]=kurs [home]="" [host]="" [http-port]=80 [https-port]=443 [certificate]="" [certificate-key]=""
    [nginx]=/etc/nginx [environments]="" [keep]=10
)
KEYS=()
YES=""
ALL=""

read_options() {
    local -A given=()
    while (($#)); do
        case $1 in
        --help)
            say "$USAGE"
            exit 0
            ;;
        --yes) YES=1 ;;
        --all) ALL=1 ;;
        --key)
            [[ -r ${2-} ]] || fail "Den Schlüssel „${2-}“ gibt es nicht." "    → Nennen Sie die Datei, die auf .pub endet."
            KEYS+=("$2")
            shift
            ;;
        --*)
            [[ -v OPTION[${1#--}] ]] || fail "Die Angabe $1 gibt es nicht." "$USAGE"
            (($# > 1)) || fail "Nach $1 fehlt etwas." "$USAGE"
            given[${1#--}]=$2
            shift
            ;;
        *) fail "„$1“ gehört nicht hierher." "$USAGE" ;;
        esac
        shift
    done
    OPTION[user]=${given[user]-${OPTION[user]}}
    OPTION[home]=${given[home]-/srv/${OPTION[user]}}
    # `name value`, a line each
    if [[ -r ${OPTION[home]}/options ]]; then
        while read -r name value; do OPTION[$name]=$value; done <"${OPTION[home]}/options"
    fi
    for name in "${!given[@]}"; do OPTION[$name]=${given[$name]}; done
    [[ -n ${OPTION[environments]} ]] || OPTION[environments]=${OPTION[home]}/environments
    # They are written into configuration files.
    local name
    for name in "${!OPTION[@]}"; do
        [[ ${OPTION[$name]} =~ ^[A-Za-z0-9/._-]*$ ]] || fail "In --$name sind nur Buchstaben, Ziffern und / . _ - erlaubt."
    done
    [[ ${OPTION[home]} == /?* ]] || fail "--home ist ein Ordner und beginnt mit /."
    [[ ${OPTION[http-port]} =~ ^[0-9]+$ && ${OPTION[https-port]} =~ ^[0-9]+$ && ${OPTION[keep]} =~ ^[1-9][0-9]*$ ]] ||
        fail "--http-port, --https-port und --keep sind Zahlen."
    USER_NAME=${OPTION[user]} HOME_FOLDER=${OPTION[home]} NGINX=${OPTION[nginx]}
    SITE_FILE=$NGINX/sites-available/$USER_NAME.conf
    SITE_LINK=$NGINX/sites-enabled/$USER_NAME.conf
}

may_we() {
    [[ $(id -u) == 0 || $(id -un) == "$USER_NAME" ]] || fail "Das geht nur als root." "    → sudo $0 $*"
}

# In a folder that the user may read, too.
as_user() (
    cd "$HOME_FOLDER"
    if [[ $(id -un) == "$USER_NAME" ]]; then "$@"; else runuser -u "$USER_NAME" -- "$@"; fi
)

# Debian's nginx is run by systemd; one in another folder is run by whoever put it there.
tell_nginx() {
    if [[ $NGINX != /etc/nginx ]]; then
        nginx -c "$NGINX/nginx.conf" -s reload 2>/dev/null || true
    elif [[ -d /run/systemd/system ]]; then
        systemctl enable --quiet nginx
        systemctl reload-or-restart nginx
    else
        { service nginx status && service nginx reload || service nginx start; } >/dev/null 2>&1 || fail "nginx startet nicht." "    → nginx -t sagt, warum."
    fi
}
