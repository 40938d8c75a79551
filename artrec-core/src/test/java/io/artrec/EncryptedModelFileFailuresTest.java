package io.artrec;

import io.artrec.encryption.Encryption;

/** The same of encrypted model files. */
class EncryptedModelFileFailuresTest extends ModelFileFailuresTest {
  @Override
  Encryption encryption() {
    return KilledProgram.encryption(1);
  }

  /** No test here: the digest is inside of what is encrypted, where nobody changes it. */
  @Override
  void everyFlippedBit_whoseDigestFitsAgain_isRefusedOrAnswers() {}
}
