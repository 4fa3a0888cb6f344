import { spawn } from 'node:child_process';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const cliModule = 'github.com/temporalio/cli/cmd/temporal@v1.5.1';
const testServerVersion = '1.38.0';

/** Compiles the Temporal CLI into `folder`, with Go: about 5 minutes the first time. */
export async function buildDevServer(folder: string): Promise<void> {
  console.log('compiling the Temporal CLI with Go, about 5 minutes …');
  await run('go', ['install', '-v', cliModule], { ...process.env, GOBIN: folder });
}

/** Gathers the jars of the test server in `folder`, with Maven, and adds a script that starts them. */
export async function buildTestServer(folder: string): Promise<void> {
  console.log('gathering the test server with Maven, about 10 seconds …');
  const pom = join(folder, 'pom.xml');
  await writeFile(pom, pomXml);
  await run('mvn', [
    '-B',
    '-f',
    pom,
    'dependency:copy-dependencies',
    `-DoutputDirectory=${join(folder, 'lib')}`,
  ]);
  await rm(pom);
  await run('java', ['-version']);
  const script = join(folder, 'temporal-test-server');
  await writeFile(script, startScript);
  await chmod(script, 0o755);
}

const startScript = `#!/bin/sh
exec java -cp "$(dirname "$0")/lib/*" io.temporal.testserver.TestServer "$@"
`;

const pomXml = `<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId>
  <artifactId>temporal-test-server</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>io.temporal</groupId>
      <artifactId>temporal-test-server</artifactId>
      <version>${testServerVersion}</version>
    </dependency>
    <dependency>
      <groupId>org.slf4j</groupId>
      <artifactId>slf4j-nop</artifactId>
      <version>1.7.36</version>
    </dependency>
  </dependencies>
</project>
`;

/** Runs a tool to its end, with a line of progress every 15 s. */
async function run(command: string, args: string[], env = process.env): Promise<void> {
  const started = performance.now();
  let lines = 0;
  let last = '';
  const progress = setInterval(() => {
    const seconds = Math.round((performance.now() - started) / 1000);
    console.log(`${command}: ${seconds} s, ${lines} steps done`);
  }, 15_000);
  try {
    await new Promise<void>((resolve, reject) => {
      const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
      for (const input of [child.stdout, child.stderr]) {
        createInterface({ input }).on('line', (line) => {
          lines += 1;
          if (line.trim()) last = line;
        });
      }
      child.on('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ENOENT' ? new Error(`'${command}' isn't installed`) : error),
      );
      child.on('close', (code) =>
        code === 0 ? resolve() : reject(new Error(`${command} ended with code ${code}: ${last}`)),
      );
    });
  } finally {
    clearInterval(progress);
  }
}
