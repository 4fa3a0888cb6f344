import { route } from '../route.ts';
import { compareSimulations } from './compare-simulations.ts';
import { createSimulation } from './create-simulation.ts';
import { listSimulations } from './list-simulations.ts';
import { openSimulation } from './open-simulation.ts';
import { removeSimulation } from './remove-simulation.ts';
import { renameSimulation } from './rename-simulation.ts';
import {
  ChangeSimulation,
  Comparison,
  ComparisonQuery,
  CreateSimulation,
  Simulation,
  SimulationSummary,
  Simulations,
} from './schema.ts';

const tag = 'Simulations';
const seen = ['not_found', 'number_unconfirmed', 'not_permitted'] as const;
const creating = [...seen, 'advisor_creates_nothing'] as const;
const versioned = <T extends { version: number }>(body: T) => ({ body, version: body.version });

export const simulationRoutes = [
  route({
    method: 'get',
    path: '/api/dossiers/:d/simulations',
    tag,
    summary: 'The simulations, the newest first',
    status: 200,
    answer: Simulations,
    problems: seen,
    handle: async (services, request) => ({ body: { items: await listSimulations(services, request) } }),
  }),
  route({
    method: 'post',
    path: '/api/dossiers/:d/simulations',
    tag,
    summary: 'Project the inventory as it stands, and keep the result',
    status: 201,
    creates: true,
    body: CreateSimulation,
    answer: SimulationSummary,
    problems: [...creating, 'too_many', 'invalid'],
    handle: async (services, request) => versioned(await createSimulation(services, request)),
  }),
  route({
    method: 'get',
    path: '/api/dossiers/:d/simulations/:s',
    tag,
    summary: 'A simulation: what was assumed, what it was calculated from, and what came of it',
    status: 200,
    answer: Simulation,
    problems: seen,
    handle: async (services, request) => versioned(await openSimulation(services, request)),
  }),
  route({
    method: 'patch',
    path: '/api/dossiers/:d/simulations/:s',
    tag,
    summary: 'Rename a simulation',
    status: 200,
    versioned: true,
    body: ChangeSimulation,
    answer: SimulationSummary,
    problems: [...creating, 'invalid'],
    handle: async (services, request) => versioned(await renameSimulation(services, request)),
  }),
  route({
    method: 'delete',
    path: '/api/dossiers/:d/simulations/:s',
    tag,
    summary: 'Remove a simulation',
    status: 204,
    versioned: true,
    problems: creating,
    handle: removeSimulation,
  }),
  route({
    method: 'get',
    path: '/api/dossiers/:d/simulations/:s/comparison',
    tag,
    summary: 'Compare a simulation with another, year by year',
    status: 200,
    query: ComparisonQuery,
    answer: Comparison,
    problems: [...seen, 'invalid'],
    handle: async (services, request) => ({ body: await compareSimulations(services, request) }),
  }),
];
