@NullMarked
package io.artrec.examples.options;

import org.jspecify.annotations.NullMarked;
