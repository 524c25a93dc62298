// Drives yaml-language-server over its protocol, as an editor does: completion, hover and diagnostics in rule,
// catalogue and workload files, by the schemas that their first lines name.
// Usage: node try.mjs FOLDER, where FOLDER/node_modules holds yaml-language-server.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const server = spawn(process.execPath,
  [join(resolve(process.argv[2]), 'node_modules/yaml-language-server/bin/yaml-language-server'), '--stdio'],
  { stdio: ['pipe', 'pipe', 'inherit'] });

// --- The protocol: messages with a length before each ---
let buffer = Buffer.alloc(0);
let nextId = 1;
const waiting = new Map();
const diagnostics = new Map();  // address -> what the server last said of it, or who waits for that

function send(message) {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
  server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
  server.stdin.write(body);
}
function ask(method, params) {
  const id = nextId++;
  send({ id, method, params });
  return new Promise((done) => waiting.set(id, done));
}
function receive(message) {
  if (message.method === 'workspace/configuration') {
    // The settings of a fresh editor: everything as the server has it.
    return send({ id: message.id, result: message.params.items.map(() => null) });
  }
  if (message.method && message.id !== undefined) return send({ id: message.id, result: null });
  if (message.method === 'textDocument/publishDiagnostics') {
    const seen = diagnostics.get(message.params.uri);
    diagnostics.set(message.params.uri, message.params.diagnostics);
    if (typeof seen === 'function') seen(message.params.diagnostics);
  } else if (waiting.has(message.id)) {
    if (message.error) fail(JSON.stringify(message.error));
    waiting.get(message.id)(message.result);
    waiting.delete(message.id);
  }
}
server.stdout.on('data', (chunk) => {
  buffer = Buffer.concat([buffer, chunk]);
  for (;;) {
    const end = buffer.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = Number(/Content-Length: (\d+)/i.exec(buffer.subarray(0, end))[1]);
    if (buffer.length < end + 4 + length) return;
    receive(JSON.parse(buffer.subarray(end + 4, end + 4 + length)));
    buffer = buffer.subarray(end + 4 + length);
  }
});

// --- What an editor does with a file ---
let tries = 0;
function fail(why) {
  console.error(`editor: ${why}`);
  server.kill();
  process.exit(1);
}
function expect(holds, why) {
  tries += 1;
  if (!holds) fail(why);
}
const patience = setTimeout(() => fail('no answer within 50 seconds'), 50000);

/** Opens `text` as if it stood in `path`; answers its diagnostics. */
async function open(path, text) {
  const uri = pathToFileURL(join(root, path)).href;
  const said = new Promise((done) => diagnostics.set(uri, done));
  send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'yaml', version: 1, text } } });
  return { uri, text, diagnostics: await said };
}
function position(file, mark, after) {
  const lines = file.text.split('\n');
  const line = lines.findIndex((l) => l.includes(mark));
  if (line < 0) fail(`${mark} is not in the file`);
  return { line, character: lines[line].indexOf(mark) + (after ? mark.length : 1) };
}
async function completion(file, mark) {
  const answer = await ask('textDocument/completion',
    { textDocument: { uri: file.uri }, position: position(file, mark, true) });
  return (Array.isArray(answer) ? answer : answer.items).map((item) => item.label);
}
async function hover(file, mark) {
  const answer = await ask('textDocument/hover',
    { textDocument: { uri: file.uri }, position: position(file, mark, false) });
  return answer === null ? '' : answer.contents.value;
}
/** The diagnostics of a file, one a line: "3: message", lines counted from 1. */
function told(file) {
  return file.diagnostics.map((d) => `${d.range.start.line + 1}: ${d.message}`).join('\n');
}

// --- What they must give ---
await ask('initialize', { processId: process.pid, rootUri: pathToFileURL(root).href, capabilities: {
  workspace: { configuration: true },
  textDocument: { hover: { contentFormat: ['markdown'] }, completion: { completionItem: { snippetSupport: true } } } } });
send({ method: 'initialized', params: {} });

for (const path of process.argv.slice(3)) {
  const file = await open(path, readFileSync(join(root, path), 'utf8'));
  expect(file.diagnostics.length === 0, `${path} has faults:\n${told(file)}`);
}

const head = '# yaml-language-server: $schema=schema/ruleset.schema.json\nruleset: mine\nformat: 1\nextends: aws\n';
const rules = await open('rules/mine.yaml', head + `stages:
  multi-az:
    limits:
      band:
        kind:${' '}
        limit: 20k user
    migration: {lead: 3 days}
`);
const stage = await open('rules/stage.yaml', head + 'stages:\n  multi-az:\n    ti\n');
expect((await completion(stage, '    ti')).includes('title'), 'no completion of title in a stage');
const kinds = await completion(rules, 'kind: ');
expect(['guidance', 'capacity', 'availability'].every((k) => kinds.includes(k)), `kinds of a limit: ${kinds}`);
const lead = await hover(rules, 'lead');
expect(lead.includes('Time that the work takes before the stage is needed'), `hover on lead: ${lead}`);
expect(lead.includes('14 days'), `hover on lead has no example: ${lead}`);

const typo = await open('rules/typo.yaml', head + `stages:
  multi-az:
    limits:
      band: {kind: guidence, limit: 20k user}
      other: {ned: users, limit: 20k user}
inputs:
  users: {range: {low: 1}}
`);
expect(/^8: .*guidance/m.test(told(typo)), `no diagnostic for guidence:\n${told(typo)}`);
expect(/^9: .*ned/m.test(told(typo)), `no diagnostic for ned:\n${told(typo)}`);
expect(/^11: .*Incorrect type/m.test(told(typo)), `no diagnostic for the range:\n${told(typo)}`);

const alone = await open('rules/alone.yaml', head.replace('extends: aws\n', '') + `stages:
  small:
    limits: {band: {need: users}}
`);
expect(/Missing property "limit"/.test(told(alone)), `no diagnostic for a limit without limit:\n${told(alone)}`);

const workload = await open('examples/mine.yaml',
  '# yaml-language-server: $schema=../rules/schema/workload.schema.json\nusers: 0\nregoin: us-east-1\nregion: \npea\n');
expect(/^2: .*minimum/m.test(told(workload)), `no diagnostic for users: 0:\n${told(workload)}`);
expect(/^3: .*regoin/m.test(told(workload)), `no diagnostic for regoin:\n${told(workload)}`);
expect((await completion(workload, 'region: ')).includes('eu-west-1'), 'no completion of regions');
expect((await completion(workload, 'pea')).includes('peak_rps'), 'no completion of peak_rps');
const users = await hover(workload, 'users');
expect(users.includes('1 to 1,000,000,000'), `hover on users: ${users}`);

clearTimeout(patience);
await ask('shutdown', null);
send({ method: 'exit' });
console.log(`editor: ${tries} things tried with yaml-language-server, all as they should be`);
server.kill();
