/**
 * Rows from files. A {@link io.artrec.tabular.RowSource} says where rows come from: CSV, JSON Lines
 * or objects; a {@link io.artrec.tabular.RowLoader} reads them one at a time and keeps account of
 * what was wrong. What went well and what did not is a {@link io.artrec.tabular.LoadReport}.
 */
@NullMarked
package io.artrec.tabular;

import org.jspecify.annotations.NullMarked;
