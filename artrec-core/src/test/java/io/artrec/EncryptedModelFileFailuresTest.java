package io.artrec;

import io.artrec.encryption.Encryption;

/** The same of encrypted model files. */
class EncryptedModelFileFailuresTest extends ModelFileFailuresTest {
  @Override
  Encryption encryption() {
    return KilledProgram.encryption(true, 1);
  }
}
