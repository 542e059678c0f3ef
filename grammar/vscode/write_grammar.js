// Writes ../rung.tmLanguage.json: the colours of the language, for editors that read TextMate grammars. Its words are those of ../words/*.def, so a language that is
// added there is added here by running this again: node grammar/vscode/write_grammar.js
'use strict';
const fs = require('fs');
const path = require('path');

const folder = path.join(__dirname, '..', 'words');
const declaring = ['use', 'framework', 'institution', 'competency', 'gate', 'course', 'assessment', 'badge', 'microcredential', 'certification', 'certificate', 'diploma', 'degree', 'licence',
  'apprenticeship', 'agreement', 'policy', 'scenario'];

const spellings = { declaring: new Set(), plain: new Set() };
for (const file of fs.readdirSync(folder).filter((name) => name.endsWith('.def')).sort()) {
  for (const [, id, written] of fs.readFileSync(path.join(folder, file), 'utf8').matchAll(/^WORD\((\w+), "(.*)"\)/gm))
    for (const spelling of written.split('|')) spellings[declaring.includes(id) ? 'declaring' : 'plain'].add(spelling);
}

// The longest first: "issued by" before "issued".
const any = (words) => [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).map((word) => word.replace(/[.+]/g, '\\$&').replace(/ /g, '\\s+')).join('|');
const before = '(?<![\\p{L}\\p{N}.+\\-])';
const behind = '(?![\\p{L}\\p{N}+\\-]|\\.[\\p{L}\\p{N}])';
const name = '[\\p{L}][\\p{L}\\p{N}.+\\-]*';

const grammar = {
  $comment: 'Written by grammar/vscode/write_grammar.js from grammar/words/*.def.',
  name: 'Rung',
  scopeName: 'source.rung',
  fileTypes: ['rung'],
  patterns: ['head', 'comments', 'texts', 'declarations', 'labels', 'quantities', 'words', 'names', 'marks'].map((rule) => ({ include: `#${rule}` })),
  repository: {
    head: { match: '^\\s*(rung)\\s+(\\d+)(?:\\s+([a-z]{2}))?\\b', captures: { 1: { name: 'keyword.control.version.rung' }, 2: { name: 'constant.numeric.rung' }, 3: { name: 'constant.language.rung' } } },
    comments: { name: 'comment.line.number-sign.rung', match: '#.*$' },
    texts: {
      patterns: [
        { name: 'string.quoted.triple.rung', begin: '"""', end: '"""' },
        { name: 'string.quoted.double.rung', begin: '"', end: '"|$', patterns: [{ name: 'constant.character.escape.rung', match: '\\\\["\\\\]' }] },
        { name: 'string.quoted.other.rung', begin: '“', end: '”|$' },
        { name: 'string.quoted.other.rung', begin: '«', end: '»|$' },
      ],
    },
    declarations: {
      match: `^\\s*(${any(spellings.declaring)})\\s+(${name})`,
      captures: { 1: { name: 'storage.type.rung' }, 2: { name: 'entity.name.type.rung' } },
    },
    labels: { match: `${before}(${name})\\s*(:)`, captures: { 1: { name: 'entity.name.tag.rung' }, 2: { name: 'punctuation.separator.label.rung' } } },
    quantities: {
      patterns: [
        { name: 'constant.numeric.date.rung', match: `${before}\\d{4}-\\d{2}(-\\d{2})?${behind}` },
        { name: 'constant.numeric.rung', match: `${before}-?\\d+(\\.\\d+|/\\d+)?%?${behind}` },
      ],
    },
    words: {
      patterns: [
        { name: 'keyword.other.rung', match: `${before}(${any(spellings.plain)})${behind}` },
        { name: 'storage.type.rung', match: `${before}(${any(spellings.declaring)})${behind}` },
      ],
    },
    names: { name: 'variable.other.rung', match: `${before}${name}` },
    marks: { name: 'punctuation.rung', match: '[{},:=]' },
  },
};
fs.writeFileSync(path.join(__dirname, '..', 'rung.tmLanguage.json'), JSON.stringify(grammar, null, 2) + '\n');
