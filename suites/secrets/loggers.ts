import { Writable } from 'node:stream';
import pino from 'pino';
import winston from 'winston';

/** Logs a value in one way of a logger. */
type Log = (value: object) => void;

/** What structured loggers write of each value, in each of their ways. */
export function logAll(values: Record<string, object>): string[] {
  const lines: string[] = [];
  const output = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  const { format } = winston;
  const winstons = [
    format.json(),
    format.combine(format.errors({ stack: true, cause: true }), format.json()),
    format.combine(format.errors({ stack: true }), format.prettyPrint()),
    format.combine(format.splat(), format.simple()),
  ].map(each =>
    winston.createLogger({
      format: each,
      transports: [new winston.transports.Stream({ stream: output })],
    }),
  );
  const pinos = [
    pino({}, output),
    pino({ serializers: { value: pino.stdSerializers.err } }, output),
  ];
  const ways: Log[] = [
    ...pinos.flatMap((logger): Log[] => [
      value => logger.error(value),
      value => logger.error({ value, err: value }, 'a call failed'),
      value => logger.child({ value }).info('a child'),
      value => logger.info('%o and %j', value, value),
    ]),
    ...winstons.flatMap((logger): Log[] => [
      value => logger.error(value),
      value => logger.error('a call failed', value),
      value => logger.info('a value', { value }),
      value => logger.info('%o', value),
      value => logger.child({ value }).info('a child'),
    ]),
  ];
  for (const value of Object.values(values)) {
    for (const log of ways) log(value);
  }
  return lines;
}
