FROM node:26-bookworm-slim
WORKDIR /app
COPY package.json package-lock.json prisma.config.ts ./
COPY prisma prisma
RUN npm install --omit=dev --no-audit --no-fund
COPY . .
ENV NODE_ENV=production PLAYGROUND=off HOST=0.0.0.0 DATA_DIR=/data
VOLUME /data
EXPOSE 8080
USER node
CMD ["npm", "--silent", "start"]
