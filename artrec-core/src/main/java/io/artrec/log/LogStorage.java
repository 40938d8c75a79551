package io.artrec.log;

import io.artrec.encryption.Encryption;
import java.util.Optional;

/**
 * Where a log's segments are, and how they are written there.
 *
 * @param files the disk
 * @param encryption whether and how payloads are encrypted
 * @param userKeys the visitors' keys, where they have some and the file is open
 */
record LogStorage(LogFiles files, Encryption encryption, Optional<UserKeyFile> userKeys) {
  LogStorage(LogFiles files, Encryption encryption) {
    this(files, encryption, Optional.empty());
  }
}
