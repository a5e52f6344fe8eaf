# Tab completion of kompas for bash. kompas answers a value a line; readline quotes what has spaces.
_kompas() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        COMPREPLY+=("$line")
    done < <(kompas --complete bash "${COMP_WORDS[@]:1:COMP_CWORD-1}" "+${COMP_WORDS[COMP_CWORD]}" 2>/dev/null)
    if [ "${#COMPREPLY[@]}" -gt 0 ]; then
        compopt -o filenames 2>/dev/null
    fi
}
complete -o default -F _kompas kompas
