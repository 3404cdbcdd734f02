// The AI SDK and what it brings are ES modules only: jest has to compile them.
module.exports = {
  transform: { '\\.[jt]sx?$': 'babel-jest' },
  transformIgnorePatterns: ['node_modules/(?!(ai|@ai-sdk|@workflow|zod)/)'],
};
