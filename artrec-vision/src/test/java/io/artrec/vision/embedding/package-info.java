@NullMarked
package io.artrec.vision.embedding;

import org.jspecify.annotations.NullMarked;
