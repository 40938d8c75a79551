/**
 * Encryption of what artrec keeps on disks, with keys that the application owns: an {@link
 * io.artrec.encryption.Encryption} says what is to be encrypted, a {@link
 * io.artrec.encryption.KeySource} gives the keys. Model files and logs are under data keys of their
 * own, each wrapped by a key of the source and kept in its file.
 */
@NullMarked
package io.artrec.encryption;

import org.jspecify.annotations.NullMarked;
