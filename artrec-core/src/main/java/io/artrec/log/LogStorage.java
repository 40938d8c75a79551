package io.artrec.log;

import io.artrec.encryption.Encryption;

/**
 * Where a log's segments are, and how they are written there.
 *
 * @param files the disk
 * @param encryption whether and how payloads are encrypted
 */
record LogStorage(LogFiles files, Encryption encryption) {}
