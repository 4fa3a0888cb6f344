import { route } from '../route.ts';
import { createReport } from './create-report.ts';
import { downloadReport } from './download-report.ts';
import { listReports, openReport } from './read-reports.ts';
import { removeReport } from './remove-report.ts';
import { CreateReport, Report, Reports } from './schema.ts';

const tag = 'Reports';
const seen = ['not_found', 'number_unconfirmed', 'not_permitted'] as const;

export const reportRoutes = [
  route({
    method: 'get',
    path: '/api/dossiers/:d/reports',
    tag,
    summary: 'The reports, the newest first',
    status: 200,
    answer: Reports,
    problems: seen,
    handle: async (services, request) => ({ body: await listReports(services, request) }),
  }),
  route({
    method: 'post',
    path: '/api/dossiers/:d/reports',
    tag,
    summary: 'Ask for a report; it is drawn after the answer',
    status: 201,
    creates: true,
    body: CreateReport,
    answer: Report,
    problems: [...seen, 'advisor_creates_nothing', 'too_many', 'invalid'],
    handle: async (services, request) => {
      const body = await createReport(services, request);
      return { body, version: body.version };
    },
  }),
  route({
    method: 'get',
    path: '/api/dossiers/:d/reports/:r',
    tag,
    summary: 'A report’s state, and how far it is',
    status: 200,
    answer: Report,
    problems: seen,
    handle: async (services, request) => {
      const body = await openReport(services, request);
      return { body, version: body.version };
    },
  }),
  route({
    method: 'get',
    path: '/api/dossiers/:d/reports/:r/pdf',
    tag,
    summary: 'Download a report',
    status: 200,
    download: 'application/pdf',
    problems: [...seen, 'report_not_ready', 'report_failed'],
    handle: async (services, request) => ({ body: await downloadReport(services, request) }),
  }),
  route({
    method: 'delete',
    path: '/api/dossiers/:d/reports/:r',
    tag,
    summary: 'Delete a report',
    status: 204,
    versioned: true,
    problems: [...seen, 'advisor_creates_nothing'],
    handle: removeReport,
  }),
];
