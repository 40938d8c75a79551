/**
 * Databases under a recommender: {@link io.artrec.jdbc.JdbcLog} keeps what visitors do in tables of
 * H2 or PostgreSQL, {@link io.artrec.jdbc.JdbcCatalog} reads works from a table or a query of any
 * database. What databases do differently is in {@code Dialect}.
 */
@NullMarked
package io.artrec.jdbc;

import org.jspecify.annotations.NullMarked;
