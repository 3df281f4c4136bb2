import { createBrowserRouter, type RouteObject } from 'react-router';
import { BrokenPage, NotFoundPage } from '../app/error-page.js';
import { Layout, MemberArea, PublicArea } from '../app/layout.js';
import * as accounts from './accounts.routes.js';
import * as achievements from './achievements.routes.js';
import * as aftercare from './aftercare.routes.js';
import * as alerts from './alerts.routes.js';
import * as challenges from './challenges.routes.js';
import * as contracts from './contracts.routes.js';
import * as demands from './demands.routes.js';
import * as freshness from './freshness.routes.js';
import * as imports from './imports.routes.js';
import * as introductions from './introductions.routes.js';
import * as ledger from './ledger.routes.js';
import * as matchBench from './match-bench.routes.js';
import * as matches from './matches.routes.js';
import * as negotiations from './negotiations.routes.js';
import * as notices from './notices.routes.js';
import * as organisations from './organisations.routes.js';
import * as overview from './overview.routes.js';
import * as quality from './quality.routes.js';
import * as people from './people.routes.js';
import * as rules from './rules.routes.js';
import * as search from './search.routes.js';
import * as tiers from './tiers.routes.js';

type FeatureRoutes = { publicRoutes: RouteObject[]; memberRoutes: RouteObject[] };
const features: FeatureRoutes[] = [overview, search, achievements, demands, challenges, freshness, organisations, accounts, imports, ledger, matchBench, matches, alerts, introductions, negotiations, tiers, people, notices, contracts, aftercare, quality, rules];

export const router = createBrowserRouter([
  {
    element: <Layout />,
    hydrateFallbackElement: <div />,
    children: [
      {
        element: <PublicArea />,
        errorElement: <BrokenPage />,
        children: features.flatMap((f) => f.publicRoutes),
      },
      {
        element: <MemberArea />,
        errorElement: <BrokenPage />,
        children: features.flatMap((f) => f.memberRoutes),
      },
      { element: <PublicArea />, children: [{ path: '*', element: <NotFoundPage /> }] },
    ],
  },
]);
