import { MEMBERS, OPERATORS } from '../../kernel/permissions/actions.ts';

export const jobActions = {
  'mapping-jobs.read': {
    description: 'reading jobs that decide about many mappings',
    audience: MEMBERS,
    covers: ['Query.mappingJobs', 'MappingJob', 'MappingJobConnection', 'MappingJobEdge', 'MappedConnection'],
  },
  'mapping-jobs.start': {
    description: 'deciding about many mappings at once',
    audience: OPERATORS,
    covers: ['Mutation.startMappingJob', 'MappingJobStarted', 'Mutation.cancelMappingJob', 'Mutation.resumeMappingJob'],
  },
} as const;
