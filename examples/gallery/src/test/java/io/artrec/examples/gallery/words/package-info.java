@NullMarked
package io.artrec.examples.gallery.words;

import org.jspecify.annotations.NullMarked;
