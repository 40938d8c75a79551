/** The files of an encoder of texts in a folder, for modules that tune encoders. */
@NullMarked
package io.artrec.djl.text.internal;

import org.jspecify.annotations.NullMarked;
