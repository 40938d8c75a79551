@NullMarked
package io.artrec.examples.atelier;

import org.jspecify.annotations.NullMarked;
