@NullMarked
package io.artrec.examples.gallery;

import org.jspecify.annotations.NullMarked;
