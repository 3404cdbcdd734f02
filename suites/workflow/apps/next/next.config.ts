import { withWorkflow } from 'workflow/next';

export default withWorkflow({ turbopack: { root: import.meta.dirname } });
