import { defineErrors } from '../../../kernel/errors/domain-error.ts';

export const watchingErrors = defineErrors('connectors', {
  NOT_A_FOLDER: {
    message: () => 'Only connections to a folder on the server can be watched.',
    todo: 'Connect the folder that the files arrive in; sync an upload or another source by its schedule.',
    retry: false,
    status: 400,
  },
});
