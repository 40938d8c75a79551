@NullMarked
package io.artrec.examples.gallery.collection;

import org.jspecify.annotations.NullMarked;
