import { connect } from '../../../examples/support/connect';

await using _connection = await connect();
throw new Error('Something went wrong.');
