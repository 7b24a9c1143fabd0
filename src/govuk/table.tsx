import type { ComponentChildren } from 'preact';
import { type Common, type Maybe, type Size, type WithChildren, classNames } from './attributes.ts';

export type Column<Row> = {
  readonly title: ComponentChildren;
  readonly cell: (row: Row, index: number) => ComponentChildren;
  readonly numeric?: boolean | undefined;
  /** The cell that names its row. */
  readonly rowHeader?: boolean | undefined;
  /** Keeps dates, references and tags on one line. */
  readonly noWrap?: boolean | undefined;
};

type CaptionProps = { readonly captionSize?: Size | undefined; readonly captionHidden?: boolean | undefined };

export type TableProps<Row> = Common & CaptionProps & {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** On a narrow screen: scroll sideways (wide tables), or one block a row (tables that are read row by row). */
  readonly narrow?: 'scroll' | 'stack' | undefined;
};

export type TableCell = Common & {
  readonly text: ComponentChildren;
  readonly numeric?: boolean | undefined;
  readonly colspan?: number | undefined;
  readonly rowspan?: number | undefined;
};

export type CellTableProps = Common & CaptionProps & {
  readonly caption?: ComponentChildren;
  readonly head?: readonly TableCell[] | undefined;
  readonly rows: readonly Maybe<readonly TableCell[]>[];
  readonly firstCellIsHeader?: boolean | undefined;
};

/** A table as a list of columns, each saying what it shows of a row. */
export function Table<Row>({ caption, captionSize, captionHidden, columns, rows, narrow = 'scroll', classes, attributes }: TableProps<Row>) {
  const stack = narrow === 'stack';
  const table = (
    <table class={classNames('govuk-table', stack && 'dr-table--stack', classes)} role={stack ? 'table' : undefined} {...attributes}>
      <Caption captionSize={captionSize} captionHidden={captionHidden}>{caption}</Caption>
      <thead class="govuk-table__head" role={stack ? 'rowgroup' : undefined}>
        <tr class="govuk-table__row" role={stack ? 'row' : undefined}>
          {columns.map(({ title, numeric }) => (
            <th scope="col" class={numeric ? 'govuk-table__header govuk-table__header--numeric' : 'govuk-table__header'}
              role={stack ? 'columnheader' : undefined}>{title}</th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body" role={stack ? 'rowgroup' : undefined}>
        {rows.map((row, index) => (
          <tr class="govuk-table__row" role={stack ? 'row' : undefined}>
            {columns.map((column) => columnCell(column, row, index, stack))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return stack ? table : <div class="dr-scroll" role="region" aria-label={caption} tabIndex={0}>{table}</div>;
}

/** A table cell by cell, for spans and mixed heads. */
export function CellTable({ caption, captionSize, captionHidden, head, rows, firstCellIsHeader, classes, attributes }: CellTableProps) {
  return (
    <table class={classNames('govuk-table', classes)} {...attributes}>
      {caption && <Caption captionSize={captionSize} captionHidden={captionHidden}>{caption}</Caption>}
      {head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">{head.map((cell) => headerCell(cell, 'col'))}</tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {rows.map((row) => row && (
          <tr class="govuk-table__row">
            {row.map((cell, index) => (firstCellIsHeader && index === 0 ? headerCell(cell, 'row') : dataCell(cell)))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Caption({ captionSize, captionHidden, children }: CaptionProps & WithChildren) {
  const size = captionSize && `govuk-table__caption--${captionSize}`;
  return <caption class={classNames('govuk-table__caption', size, captionHidden && 'govuk-visually-hidden')}>{children}</caption>;
}

function columnCell<Row>({ title, cell, numeric, rowHeader, noWrap }: Column<Row>, row: Row, index: number, stack: boolean) {
  const content = stack
    ? <><span class="dr-table__label" aria-hidden="true">{title}</span><span class="dr-table__value">{cell(row, index)}</span></>
    : cell(row, index);
  if (rowHeader) return <th scope="row" class={classNames('govuk-table__header', noWrap && 'dr-nowrap')} role={stack ? 'rowheader' : undefined}>{content}</th>;
  const classes = classNames('govuk-table__cell', numeric && 'govuk-table__cell--numeric', noWrap && 'dr-nowrap');
  return <td class={classes} role={stack ? 'cell' : undefined}>{content}</td>;
}

function headerCell({ text, numeric, colspan, rowspan, classes, attributes }: TableCell, scope: 'col' | 'row') {
  const format = scope === 'col' && numeric && 'govuk-table__header--numeric';
  return (
    <th scope={scope} class={classNames('govuk-table__header', format, classes)} colSpan={colspan} rowSpan={rowspan} {...attributes}>{text}</th>
  );
}

function dataCell({ text, numeric, colspan, rowspan, classes, attributes }: TableCell) {
  const format = numeric && 'govuk-table__cell--numeric';
  return <td class={classNames('govuk-table__cell', format, classes)} colSpan={colspan} rowSpan={rowspan} {...attributes}>{text}</td>;
}
