const SECRET_NAME =
  /auth|key|token|secret|cookie|passw|credential|signature|jwt/i;
const SECRET_VALUE = /^(?:bearer|basic|api-key) /i;

/** Whether a header may hold a secret, by its name or the form of its value. */
export function isSecretHeader([name, value]: [
  name: string,
  value: string,
]): boolean {
  return SECRET_NAME.test(name) || SECRET_VALUE.test(value);
}
