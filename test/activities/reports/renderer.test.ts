import { expect, test } from 'vitest';
import { RenderFailed, renderApart } from '../../../src/activities/reports/renderer.ts';
import type { ReportData } from '../../../src/activities/reports/report-data.ts';
import { sample } from './sample.ts';

const never = new AbortController().signal;

test('a renderer that is killed while it draws gives no half report', async () => {
  const killing = new AbortController();
  const drawing = renderApart(sample(), {
    signal: killing.signal,
    onProgress: (percent) => percent >= 20 && killing.abort(),
  });
  await expect(drawing).rejects.toThrow(new RenderFailed('render_aborted'));
});

test('a renderer that fails says where, and quotes nothing of the dossier', async () => {
  const broken = { ...sample(), unions: [{ personIds: 'Dupont' }] } as unknown as ReportData;
  const drawing = renderApart(broken, { signal: never, onProgress() {} });
  await expect(drawing).rejects.toThrow(/^render_failed TypeError kinship\.ts:\d+$/);
});

test('a renderer gets nothing of the worker’s environment', async () => {
  process.env.NODE_OPTIONS = '--this-is-no-option';
  try {
    const pdf = await renderApart(sample({ simulation: null, access: null }), {
      signal: never,
      onProgress() {},
    });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  } finally {
    delete process.env.NODE_OPTIONS;
  }
});
