// Starts `rungc lsp` and lets VS Code talk with it. All that is known of the language is known there.
'use strict';
const vscode = require('vscode');
const { LanguageClient, TransportKind } = require('vscode-languageclient/node');

let client;

async function activate(context) {
  const command = vscode.workspace.getConfiguration('rung').get('path') || 'rungc';
  const files = vscode.workspace.createFileSystemWatcher('**/*.rung');
  context.subscriptions.push(files);
  client = new LanguageClient(
    'rung',
    'Rung',
    { command, args: ['lsp'], transport: TransportKind.stdio },
    { documentSelector: [{ language: 'rung' }], synchronize: { fileEvents: files } },
  );
  try {
    await client.start();
  } catch (problem) {
    vscode.window.showErrorMessage(`rungc could not be started (${problem.message}). Set "rung.path" to where it is.`);
  }
}

function deactivate() {
  return client ? client.stop() : undefined;
}

module.exports = { activate, deactivate };
