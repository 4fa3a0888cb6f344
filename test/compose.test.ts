import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig, variables } from '../src/config.ts';

/** The files for containers can't be run by the tests: they are held to what they have to agree with. */
const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
const manifest = JSON.parse(read('package.json'));
const dockerfile = read('Dockerfile');
const text = read('docker-compose.yml');

type Service = {
  image: string;
  command?: string[];
  environment?: Record<string, string>;
  healthcheck?: { test: string[] };
  restart: string;
  ports?: string[];
  depends_on?: Record<string, { condition: string }>;
};
const services = Object.entries(parse(text, { merge: true }).services as Record<string, Service>);
const service = Object.fromEntries(services);
const isOneShot = ({ restart }: Service) => restart === 'no';

/** Names in `.env.example`, those that are commented out too. */
const exampleNames = [...read('.env.example').matchAll(/^#?([A-Z_]+)=/gm)].map((match) => match[1]!);
const namesIn = (content: string) => [...content.matchAll(/\$\{([A-Z_]+)/g)].map((match) => match[1]!);

/** An environment as compose makes it where `.env` says no more than `given`. */
const environmentOf = (name: string, given: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(service[name]!.environment!).map(([key, value]) => [
      key,
      value.replaceAll(/\$\{(\w+)(?::-([^}]*)|:\?)\}/g, (_, variable, or = '') => given[variable] ?? or),
    ]),
  );

describe('docker-compose.yml', () => {
  test('gives API and worker every variable of the configuration, and the migrations the database alone', () => {
    const { api, worker, migrations } = service;
    const own = variables.filter((name) => name !== 'MIGRATE_DATABASE_URL');
    const wanted = [...own, 'TEMPORAL_ADDRESS', 'TEMPORAL_NAMESPACE'];
    expect(Object.keys(api!.environment!).sort()).toEqual([...wanted].sort());
    expect(worker!.environment).toEqual({ ...api!.environment, MALLOC_ARENA_MAX: '2' });
    expect(Object.keys(migrations!.environment!)).toEqual(['DATABASE_URL', 'MIGRATE_DATABASE_URL']);
  });

  test("has the configuration's own defaults, and asks for each secret", () => {
    const AUTH_SECRET = 'a secret of the tests that is long enough';
    const environment = environmentOf('api', { AUTH_SECRET, DATABASE_PASSWORD: 'password' });
    const { DATABASE_URL = '', SMTP_URL = '' } = environment;
    expect(readConfig(environment)).toEqual(readConfig({ DATABASE_URL, SMTP_URL, AUTH_SECRET }));
    const secrets = [...text.matchAll(/\$\{(\w+):\?\}/g)].map((match) => match[1]);
    expect([...new Set(secrets)].sort()).toEqual([
      'AUTH_SECRET',
      'DATABASE_PASSWORD',
      'POSTGRES_PASSWORD',
      'TEMPORAL_DATABASE_PASSWORD',
    ]);
  });

  test('.env.example names every variable that it or the configuration reads, and no other', () => {
    const sdk = ['TEMPORAL_ADDRESS', 'TEMPORAL_NAMESPACE', 'TEMPORAL_API_KEY'];
    expect([...exampleNames].sort()).toEqual([...new Set([...variables, ...sdk, ...namesIn(text)])].sort());
  });

  test.each(services)('%s has an exact version, and a health check unless it ends by itself', (_, one) => {
    expect(one.image).toMatch(/:v?\d+\.\d+(\.\d+)?(-\w+)?$/);
    expect(isOneShot(one) || (one.healthcheck?.test.length ?? 0) > 1).toBe(true);
    for (const port of one.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  test.each(services)('%s waits for what it needs to be healthy or done', (_, one) => {
    for (const [name, { condition }] of Object.entries(one.depends_on ?? {})) {
      const wanted = isOneShot(service[name]!) ? 'service_completed_successfully' : 'service_healthy';
      expect({ name, condition }).toEqual({ name, condition: wanted });
    }
  });

  test("runs the worker as 'npm run worker' does, on this version of the project, and PostgreSQL 18", () => {
    expect(manifest.scripts.worker).toContain(`&& MALLOC_ARENA_MAX=2 ${service.worker!.command!.join(' ')}`);
    expect(service.migrations!.command!.join(' ')).toBe(manifest.scripts.migrate);
    for (const name of ['api', 'worker', 'migrations']) {
      expect(service[name]!.image).toBe(`${manifest.name}:${manifest.version}`);
    }
    expect(service.postgres!.image).toMatch(/^postgres:18\./);
  });
});

describe('Dockerfile', () => {
  test("has the project's Node in every stage, the lock file's packages, and no root at the end", () => {
    const stages = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map((match) => match[1]);
    expect(new Set(stages)).toEqual(new Set([`node:${manifest.dependencies.node}-bookworm-slim`]));
    expect(stages.length).toBeGreaterThan(1);
    expect(dockerfile).toMatch(
      /^COPY package\.json package-lock\.json .*\n(COPY tools .*\n)?(#.*\n)*RUN npm ci --omit=dev\b/m,
    );
    expect([...dockerfile.matchAll(/^USER (\S+)/gm)].at(-1)?.[1]).toBe('node');
    expect(dockerfile.trim().split('\n').at(-1)).toBe(
      `CMD ${JSON.stringify(manifest.scripts.api.split(' ')).replaceAll(',', ', ')}`,
    );
  });
});
