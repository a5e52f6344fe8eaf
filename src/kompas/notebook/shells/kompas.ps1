# Tab completion of kompas for PowerShell. kompas answers a value and what it is, with a tab between.
Register-ArgumentCompleter -Native -CommandName kompas -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
    $typed = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.Extent.Text })
    if ($wordToComplete -and $typed.Count -gt 0) { $typed = @($typed | Select-Object -First ($typed.Count - 1)) }
    kompas --complete powershell @typed "+$wordToComplete" 2>$null | ForEach-Object {
        $value, $shown = $_ -split "`t", 2
        if (-not $shown) { $shown = $value }
        $quoted = if ($value -match '[^\w./-]') { "'" + $value.Replace("'", "''") + "'" } else { $value }
        [System.Management.Automation.CompletionResult]::new($quoted, $value, 'ParameterValue', $shown)
    }
}
