/**
 * AES-GCM, wrapped data keys, and files in encrypted chunks. Machinery of logs and model files; not
 * part of the API.
 */
@NullMarked
package io.artrec.encryption.internal;

import org.jspecify.annotations.NullMarked;
