import { v7 as uuidv7 } from 'uuid';
import { insertSimulation } from '../../api/simulations/create-simulation.ts';
import { readInputs } from '../../api/simulations/read-inputs.ts';
import { Changes } from '../../db/changes.ts';
import type { Queries } from '../../db/client.ts';
import { reports } from '../../db/schema/index.ts';
import { project } from '../../domain/projection.ts';
import type { Assumptions } from '../../domain/simulation.ts';
import type { DemoFamily, fill } from './family.ts';

type Filled = Awaited<ReturnType<typeof fill>>;

/** Projects what a family plans, and asks for a report on the last simulation, as its manager would. */
export async function plan(
  tx: Queries,
  firmId: string,
  managerAccountId: string,
  family: DemoFamily,
  { dossierId, person, item }: Filled,
): Promise<void> {
  const { at, inputs } = await readInputs(tx, dossierId);
  let simulationId: string | null = null;
  for (const { name, gifts, deaths, ...figures } of family.simulations) {
    const assumptions: Assumptions = {
      ...figures,
      donations: gifts.map(({ after, item: given, donor, donees, ...gift }) => ({
        ...gift,
        year: inputs.startYear + after,
        itemId: item[given]!,
        donorId: person[donor]!,
        donees: donees.map(([donee, share]) => ({ personId: person[donee]!, share })),
      })),
      deaths: deaths.map(({ who, after }) => ({ personId: person[who]!, year: inputs.startYear + after })),
    };
    const projected = project(inputs, assumptions);
    if (!('result' in projected)) throw new Error(`the demo assumes what cannot be: ${name}`);
    const result = JSON.stringify(projected.result);
    const simulation = { name, assumptions, inputs, result, at };
    simulationId = (await insertSimulation(tx, dossierId, managerAccountId, simulation)).id;
  }
  const report = { id: uuidv7(), dossierId, simulationId, withAccess: true, createdBy: managerAccountId };
  await tx.orm.insert(reports).values({ ...report, language: 'fr' });
  const changes = new Changes({ firmId, dossierId, actorId: managerAccountId, origin: null });
  changes.owe({ kind: 'report', reportId: report.id, dossierId });
  await changes.write(tx);
}
