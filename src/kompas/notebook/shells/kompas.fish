# Tab completion of kompas for fish. kompas answers a value and what it is, with a tab between; fish quotes.
function __kompas_complete
    set --local typed (commandline --tokenize --cut-at-cursor --current-process)
    kompas --complete fish $typed[2..-1] "+"(commandline --current-token --cut-at-cursor) 2>/dev/null
end
complete --command kompas --no-files --keep-order --arguments '(__kompas_complete)'
complete --command kompas --long-option from --require-parameter --force-files
