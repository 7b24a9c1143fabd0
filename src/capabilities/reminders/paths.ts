import type { Id } from '../../kernel/id.ts';

const dates = '/organisations/:org/dates';

export const patterns = {
  dates,
  choice: `${dates}/reminders`,
  calendar: `${dates}/calendar`,
  calendarEnd: `${dates}/calendar/end`,
  bodyCalendar: `${dates}/body-calendar`,
  bodyCalendarEnd: `${dates}/body-calendar/end`,
  letters: '/organisations/:org/letters',
  letter: '/organisations/:org/letters/:id',
  feed: '/calendars/:token',
  shown: '/mail',
};

const datesOf = (org: string) => `/organisations/${org}/dates`;

export const paths = {
  dates: datesOf,
  choice: (org: string) => `${datesOf(org)}/reminders`,
  calendar: (org: string, whose: 'own' | 'body') => `${datesOf(org)}/${whose === 'own' ? 'calendar' : 'body-calendar'}`,
  calendarEnd: (org: string, whose: 'own' | 'body') => `${paths.calendar(org, whose)}/end`,
  letters: (org: string) => `/organisations/${org}/letters`,
  letter: (org: string, id: Id) => `/organisations/${org}/letters/${id}`,
  feed: (token: string) => `/calendars/${token}.ics`,
  shown: '/mail',
};
