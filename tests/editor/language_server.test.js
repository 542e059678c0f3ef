// The language server, driven by the library that editors drive it with.
'use strict';
const { test, before, after } = require('node:test');
const assert = require('node:assert/strict');
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const rpc = require('vscode-languageserver-protocol/node');

const program = process.env.RUNGC || path.join(__dirname, '..', '..', 'build', 'bin', 'rungc');
const text = `rung 1 en

use "mohawk.rung"

framework northfield { conforms to osap }

competency measures "Measures"

course gauges "Gauges" {
  develops measures
}

certificate inspector "Inspector" {
  entitles to "Work 𝄞"
  requires all of { gauges, mohawk.cad-1 }
}

scenario "both" {
  holds gauges
  holds mohawk.cad-1
  expect inspector earned
}
`;
const other = 'rung 1 en\n\nframework mohawk\n\ncourse cad-1 "Drawing" { credits 3 }\n';

let folder, server, client, uri, capabilities;
const published = [];

const place = (word, on = 1) => {
  const lines = text.slice(0, text.indexOf(word) + on).split('\n');
  return { line: lines.length - 1, character: lines.at(-1).length };
};
const at = (word, on) => ({ textDocument: { uri }, position: place(word, on) });
const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

before(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rung-editor-'));
  fs.writeFileSync(path.join(folder, 'northfield.rung'), text);
  fs.writeFileSync(path.join(folder, 'mohawk.rung'), other);
  uri = pathToFileURL(path.join(folder, 'northfield.rung')).toString();
  server = spawn(program, ['lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  client = rpc.createProtocolConnection(new rpc.StreamMessageReader(server.stdout), new rpc.StreamMessageWriter(server.stdin));
  client.onNotification(rpc.PublishDiagnosticsNotification.type, (message) => published.push(message));
  client.listen();
  ({ capabilities } = await client.sendRequest(rpc.InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    workspaceFolders: [{ uri: pathToFileURL(folder).toString(), name: 'frameworks' }],
  }));
  await client.sendNotification(rpc.InitializedNotification.type, {});
  await client.sendNotification(rpc.DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId: 'rung', version: 1, text } });
});

after(async () => {
  await client.sendRequest(rpc.ShutdownRequest.type);
  const gone = new Promise((resolve) => server.on('exit', resolve));
  await client.sendNotification(rpc.ExitNotification.type);
  assert.equal(await gone, 0);
  client.dispose();
  fs.rmSync(folder, { recursive: true });
});

test('says what it can do', () => {
  assert.equal(capabilities.positionEncoding, 'utf-16');
  assert.equal(capabilities.textDocumentSync.change, rpc.TextDocumentSyncKind.Incremental);
  assert.ok(capabilities.renameProvider.prepareProvider);
});

test('hover shows a label in brief', async () => {
  const hover = await client.sendRequest(rpc.HoverRequest.type, at('gauges'));
  assert.match(hover.contents.value, /counts towards: Inspector/);
});

test('definition leads into another file, references come back', async () => {
  const [found] = await client.sendRequest(rpc.DefinitionRequest.type, at('mohawk.cad-1', 9));
  assert.match(found.uri, /mohawk\.rung$/);
  const places = await client.sendRequest(rpc.ReferencesRequest.type, { ...at('mohawk.cad-1', 9), context: { includeDeclaration: true } });
  assert.equal(places.length, 3);
});

test('rename changes all files and refuses what cannot be', async () => {
  const ready = await client.sendRequest(rpc.PrepareRenameRequest.type, at('mohawk.cad-1', 9));
  assert.equal(ready.placeholder, 'cad-1');
  const { changes } = await client.sendRequest(rpc.RenameRequest.type, { ...at('mohawk.cad-1', 9), newName: 'drawing' });
  assert.deepEqual(Object.values(changes).map((edits) => edits.length).sort(), [1, 2]);
  await assert.rejects(client.sendRequest(rpc.RenameRequest.type, { ...at('gauges'), newName: 'no name' }), /cannot be a name/);
  await assert.rejects(client.sendRequest(rpc.RenameRequest.type, { ...at('gauges'), newName: 'inspector' }), /already/);
});

test('symbols, folds, lenses, hints and highlights', async () => {
  const of = { textDocument: { uri } };
  assert.equal((await client.sendRequest(rpc.DocumentSymbolRequest.type, of)).length, 5);
  assert.ok((await client.sendRequest(rpc.WorkspaceSymbolRequest.type, { query: 'inspect' })).length >= 1);
  assert.equal((await client.sendRequest(rpc.FoldingRangeRequest.type, of)).length, 3);
  assert.equal((await client.sendRequest(rpc.CodeLensRequest.type, of)).length, 2);
  assert.ok((await client.sendRequest(rpc.InlayHintRequest.type, { ...of, range: whole })).some((hint) => hint.label === '→ inspector'));
  assert.equal((await client.sendRequest(rpc.DocumentHighlightRequest.type, at('gauges'))).length, 3);
});

test('a scenario is played', async () => {
  const lenses = await client.sendRequest(rpc.CodeLensRequest.type, { textDocument: { uri } });
  const { command, arguments: args } = lenses[1].command;
  const said = await client.sendRequest(rpc.ExecuteCommandRequest.type, { command, arguments: args });
  assert.equal(said.passed, true);
});

test('an incremental change behind a character of two units, its diagnostic and its quick fix', async () => {
  const wrong = { line: place('{ gauges').line, character: place('{ gauges', 2).character };
  await client.sendNotification(rpc.DidChangeTextDocumentNotification.type, {
    textDocument: { uri, version: 2 },
    contentChanges: [
      { range: { start: place('𝄞', 2), end: place('𝄞', 2) }, text: '!' },
      { range: { start: wrong, end: { ...wrong, character: wrong.character + 6 } }, text: 'gaugs' },
    ],
  });
  let said;
  for (let tries = 0; !said && tries < 100; ++tries) {
    said = published.findLast((message) => message.uri === uri)?.diagnostics.find((one) => one.code === 'unknown-name');
    if (!said) await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.deepEqual(said.range.start, wrong);
  const actions = await client.sendRequest(rpc.CodeActionRequest.type, { textDocument: { uri }, range: said.range, context: { diagnostics: [said] } });
  assert.equal(actions[0].edit.changes[uri][0].newText, 'gauges');
});

test('completion and formatting of half-typed text', async () => {
  const half = `${text}\ncourse more {\n  issued`;
  await client.sendNotification(rpc.DidChangeTextDocumentNotification.type, { textDocument: { uri, version: 3 }, contentChanges: [{ text: half }] });
  const lines = half.split('\n');
  const { items } = await client.sendRequest(rpc.CompletionRequest.type, { textDocument: { uri }, position: { line: lines.length - 1, character: lines.at(-1).length } });
  assert.ok(items.some((item) => item.label === 'issued by'));
  await client.sendNotification(rpc.DidChangeTextDocumentNotification.type, { textDocument: { uri, version: 4 }, contentChanges: [{ text: text.replace('  develops', ' develops') }] });
  const edits = await client.sendRequest(rpc.DocumentFormattingRequest.type, { textDocument: { uri }, options: { tabSize: 2, insertSpaces: true } });
  assert.ok(edits.length >= 1);
});

test('a part is found and renamed in its rule and in the scenario', async () => {
  const written = text.replace('requires all of { gauges, mohawk.cad-1 }', 'requires { core: all of { gauges, mohawk.cad-1 } }').replace('expect inspector earned', 'expect inspector missing core');
  await client.sendNotification(rpc.DidChangeTextDocumentNotification.type, { textDocument: { uri, version: 5 }, contentChanges: [{ text: written }] });
  const lines = written.slice(0, written.indexOf('core:') + 1).split('\n');
  const there = { textDocument: { uri }, position: { line: lines.length - 1, character: lines.at(-1).length } };
  assert.equal((await client.sendRequest(rpc.ReferencesRequest.type, { ...there, context: { includeDeclaration: true } })).length, 2);
  const { changes } = await client.sendRequest(rpc.RenameRequest.type, { ...there, newName: 'main-part' });
  assert.deepEqual(changes[uri].map((edit) => edit.newText), ['main-part', 'main-part']);
});

test('a French file is answered in French', async () => {
  const french = 'rung 1 fr\n\ncadre nord "Nord" { version 2026-09 }\n\ncours soudage "Soudage" {\n  crédits 3\n  droits 100 CAD\n  \n}\n';
  const of = { textDocument: { uri: pathToFileURL(path.join(folder, 'nord.rung')).toString() } };
  await client.sendNotification(rpc.DidOpenTextDocumentNotification.type, { textDocument: { ...of.textDocument, languageId: 'rung', version: 1, text: french } });
  const hover = await client.sendRequest(rpc.HoverRequest.type, { ...of, position: { line: 4, character: 8 } });
  assert.match(hover.contents.value, /\*\*Soudage\*\* cours/);
  const word = await client.sendRequest(rpc.HoverRequest.type, { ...of, position: { line: 6, character: 3 } });
  assert.match(word.contents.value, /un montant et une monnaie/);
  const { items } = await client.sendRequest(rpc.CompletionRequest.type, { ...of, position: { line: 7, character: 2 } });
  const labels = items.map((item) => item.label);
  assert.ok(labels.includes('délivré par') && !labels.includes('issued by'));
  await assert.rejects(client.sendRequest(rpc.RenameRequest.type, { ...of, position: { line: 6, character: 14 }, newName: 'usd' }), /ISO 4217/);
});
