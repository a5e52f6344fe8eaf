#compdef kompas
# Tab completion of kompas for zsh. kompas answers a value and what it is, with a tab between; compadd quotes.
_kompas() {
    local line
    local -a values shown
    for line in "${(@f)$(kompas --complete zsh "${(@Q)words[2,CURRENT-1]}" "+${words[CURRENT]}" 2>/dev/null)}"; do
        [[ -n $line ]] || continue
        values+=("${line%%$'\t'*}")
        shown+=("${line/$'\t'/  -- }")
    done
    if (( $#values )); then
        compadd -U -V kompas -l -d shown -- "${values[@]}"
    else
        _files
    fi
}
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
compdef _kompas kompas
