/** How names of columns and numbers in cells are read. */
@NullMarked
package io.artrec.tabular.internal;

import org.jspecify.annotations.NullMarked;
