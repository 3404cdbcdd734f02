// What is loaded when a decision model is first used.
export { decodeAnswers, mergeAnswers } from './decode-answers';
export { encodeBody, encodeCall, warnOfUnused } from './encode-decision';
